"""How consonant letters sound; the form of a rule is told in `spelling.py`."""

CONSONANTS = """
bb - - b
b m R -
b m [ei][dnr] b
b - tR -
b ^[ao] [st] p
b - - b

cch - - k
cc - [eiy] ks
cc - - k
ck - - k
cq - - k
ch - [rlmn] k
ch - or(?:us|d|al|e) k
ch s - k
ch - (?:ar(?:act|is)|em|a[mo]s|oler|olest) k
ch (?:ar|or) [ie](?:[tvs]|d) k
ch te - k
ch e oR k
ch me a k
ch psy - k
ch X oir k
ch - ef S
ch ma in S
ch bro ur S
ch - - C
cean V R Sㅓn
cial [lnr] R Sㅓl
cial V R Sㅓl
cial V is Sㅓl
cian V R Sㅓn
cious V R Sㅓs
cien V [tc] Sㅓn
cia V te? Sㅣㅔㅣ
c s [eiy] -
c - [eiy] s
c - - k

dge - R J
dge - mA J
dg - [eiy] J
dure V[a-z]* R Jㅓ
dual V[a-z]+ - Jㅜㅓl
dd - - d
dj - - J
d - - d

ff - - f
f - - f

gg est - g
gg su e J
gg - - g
ghR - - -
gh ^ - g
gh (?:ro|no|to)u R f
gh lau R f
gh - - -
gn ^ - n
gn V R n
gn V (?:ed|er|ing|ment) n
gue V R g
gu ^ (?:[ei]|ar) g
ge n R J
ge V R J
ge r R J
ge d R J
g ^ (?:e[at]|ee|if|iv|ir) g
g (?:for|tar|be|to) et g
g n er(?:R|y$) g
gion - - Jㅓn
geon - R Jㅓn
gious - R Jㅓs
g - [eiy] J
g - - g

h [rg] - -
h V C -
h V $ -
h - - h

j - - J

kn ^ - n
kk - - k
k - - k

ll - - l
l [ao] [km] -
l (?:cou|wou|shou) d -
l - - l

mm - - m
mn - R m
m - - m

nn - - n
ng - $ N
ng - s$ N
ng e er nJ
ng V (?:ers?$|ing|ed$) N
ng - (?:th|ton|ham|men) N
ng - [aoul] Ng
ng e er nJ
ng - r Ng
n - [kxq] N
n - ct N
n - - n

ph - - f
pp - - p
ps ^ y s
pn ^ - n
p ^ t -
pR - - p
p - - p

que V R k
qu - et k
qu - - kw
q - - k

rrh - - r
rr - - r
rh - - r
r - - r

sch - (?:o[ol]|e|ol) sk
sch - - S
sci - en sㅏㅣ
sc - [eiy] s
sh - ipR s
sh - - S
ssion V - Sㅓn
ssu - e Sㅜ
ss - - s
sion V R Zㅓn
sion V al Zㅓn
sion [nlr] - Sㅓn
sure V - Zㅓ
sure - - Sㅜㅓ
sten (?:li|fa|mo|ha) - sn
stle - R sl
stion - - sCㅓn
sm [aiy] R zm
s ^i ol s
s e ity s
s ^s?ugge - s
s purpo e s
s [auo]l - s
s ^ ugar S
s (?:chee|no|rai|prai|choi|crui|poi|noi|rou|cau|brui|plea|ea|disea|tea|clo|ro|no|po|cho|ra|phra|whe|wi|ri|adverti|exerci|surpri|enterpri|franchi|super|mu|preci) e[sd]?$ z
s (?:u|i) e[sd]?$ z
s (?:clo|u|ri|rai|a[dm]vi|televi|organi|plea|mu|vi|noi|surpri|advi) (?:er|ing|or|ur|able) z
s [aeiou] i(?:[cdt]|n[ge]|bl)(?!R) z
s [aeiou] o(?:n|rt|l) z
s o alR z
s ti (?:ing|e) z
s phy ic z
s de ign z
s V iu z
s ow (?:e|ing) z
s [io] it z
s V ual Z
s V e(?:nt|um|rv) z
s re (?:u|o[rnl]|i) z
s V d z
s [ui] m z
s - - s

tch - - C
tth - - T
th V er(?!$|ap) D
th (?:o|a|ea|he|ei|fa|ga|mo|bro) er D
th wi $ D
th clo (?:es|ing) D
th rhy m D
th ^ (?:e$|is|at|en$|ey|em$|ere|ese|ose|us|an$|eir|ough) D
th - - T
tion s - Cㅓn
tion V - Sㅓn
tion [cprnl] - Sㅓn
tia o t Sㅣㅔㅣ
tial [nraiu] - Sㅓl
tial - - Sㅓl
tious V - Sㅓs
tious [cp] - Sㅓs
tien [ai] [tc] Sㅓn
ture V R Cㅓ
tur V (?:al|ed$|ing|er) Cㅓr
ture [cxprnls] - Cㅓ
tur [cxprnls] (?:al|ed$|ing|er) Cㅓr
tury - $ Cㅓrㅣ
tual - R Cㅜㅓl
tual - (?:ity|ly) Cㅜㅓl
tua - t Cㅜㅔㅣ
tune r R Cㅓn
tt - - t
t or ium s
t s en(?:R|er|ing) -
t - - t

v - - v

wh - o[^r] h
wh - - hw
wr ^ - r
w - r -
w - R -
w [aeo] C -
w - - w

xc - [ei] ks
x ^ - z
x ^e [aou] gz
x ^e e[^r] gz
x - - ks

zz - a ts
zz - - z
z - - z
"""
