"""What the two sample releases say.

The English one is a published release of the Ministry of Health and Welfare (12 July 2023); the
Korean one was written for this project about the same visit, and its figures are invented.
Each block is (kind, text); kinds are the paragraph styles of `office`, "table" (its first row is its
head) and "contact" (a table whose labels stand at the left). A cell is a text or (text, rows that it
covers). What stands only on paper is in `MASTHEADS`.
"""

Cell = str | tuple[str, int]
Table = tuple[tuple[Cell, ...], ...]
Block = tuple[str, str] | tuple[str, Table]

MASTHEADS = {
    "en": ("Release date", "July 12, 2023"),
    "ko": ("보도시점", "2023. 7. 4.(화) 조간", "배포", "2023. 7. 3.(월) 08:00"),
}

ENGLISH_TITLE = (
    "Exploring a New Strategy to Create Korean version of Innovation Clusters by Benchmarking "
    "Major U.S. Bio Clusters"
)
# The title as the editor of the page broke it.
ENGLISH_HEAD = (
    "Exploring a New Strategy to Create Korean version of",
    "Innovation Clusters by Benchmarking Major U.S. Bio Clusters",
)
ENGLISH: tuple[Block, ...] = (
    (
        "subtitle",
        (
            "- Discuss cluster development strategies with U.S. innovation clusters and explore "
            "opportunities for global cooperation -"
        ),
    ),
    ("heading", "<Summary>"),
    (
        "paragraph",
        (
            "Minister of Health and Welfare Cho, KyooHong will visit Los Angeles, San Diego, and San "
            "Francisco, three of the major bio clusters* located on the West Coast of the U.S. from "
            "July 4 (Tuesday) to July 9 (Sunday). The purpose of the visit is to explore strategies to "
            "create Korean version of bio innovation clusters and further crystallize bilateral "
            "cooperation with the U.S., a leading country in the bio-health industry, in the "
            "burgeoning fields of high-tech industries, and science and technology."
        ),
    ),
    (
        "note",
        (
            "* According to the 2022 annual rankings of biopharma clusters in the U.S. issued by GEN, "
            "Cambridge(Boston) ranked 1st, San Francisco Bay Area ranked 2nd, San Diego ranked 5th "
            "followed by Los Angeles at 6th."
        ),
    ),
    (
        "paragraph",
        (
            "Previously, the government announced the “Strategies to Create New Bio-Health Markets” "
            "(February 28, 2023) and the “High-Tech Industries Global Cluster Development Plan” (June "
            "1, 2023) as part of efforts to promote the bio-health industry, a key future industry "
            "into a secondary semiconductor industry that will spur the growth of the Korean economy. "
            "In particular, President Yoon Suk Yeol presented the goal of “actively seeking to create "
            "a Korean version of Boston cluster” at the meeting held to discuss “Strategies to Create "
            "New Bio-Health Markets” (February 28, 2023). During his state visit to the U.S. in April, "
            "President Yoon discussed ways to expand cooperation between Korean and U.S. clusters at "
            "the Korea-U.S. Cluster Round Table (April 28, 2023) held in Cambridge, Boston, home to "
            "the world’s top bio cluster."
        ),
    ),
    (
        "paragraph",
        (
            "Minister Cho will visit major corporations, universities, and hospitals (i.e. industry, "
            "academia, research, and hospital) that compose an innovative ecosystem of U.S. bio "
            "clusters. He said, “The April summit has meaningfully charted a new path to form a "
            "technology and industrial alliance between Korea and U.S., taking their bilateral "
            "relations beyond military alliance. As a follow-up to the summit outcomes, the government "
            "will explore ways to further cement bilateral cooperation and create a bio innovative "
            "cluster in Korea.” ///"
        ),
    ),
)

KOREAN_TITLE = "미국 주요 바이오 클러스터에서 한국형 혁신 클러스터의 길을 찾는다"
KOREAN: tuple[Block, ...] = (
    (
        "subtitle",
        "- 조규홍 장관, 로스앤젤레스·샌디에이고·샌프란시스코 방문(’23.7.4.(화)~7.9.(일)) -",
    ),
    ("heading", "<요약본>"),
    (
        "square",
        (
            "□ 보건복지부(장관 조규홍)는 ’23.7.4.(화)~7.9.(일) 4박 6일 일정으로 미국 서부의 주요 바이오 "
            "클러스터* 3곳을 방문한다고 밝혔다."
        ),
    ),
    (
        "note",
        (
            "* 2022년 미국 바이오 클러스터 순위(GEN): 1위 보스턴(케임브리지), 2위 샌프란시스코, 5위 "
            "샌디에이고, 6위 로스앤젤레스"
        ),
    ),
    (
        "circle",
        (
            "○ 이번 방문은 한국형 바이오 혁신 클러스터 조성 전략을 마련하고, 첨단산업과 과학기술 분야에서 "
            "한·미 협력을 구체화하기 위한 것이다."
        ),
    ),
    ("dash", "- 기업·대학·병원 등 12개 기관의 관계자 45명과 6차례 간담회를 연다."),
    ("dash", "- 국내 기업 5개사가 함께하며, 업무협약(MOU) 2건을 체결할 예정이다."),
    ("remark", "※ 방문 일정은 현지 사정에 따라 바뀔 수 있음"),
    ("heading", "<상세본>"),
    (
        "square",
        (
            "□ 정부는 앞서 「바이오헬스 신시장 창출전략」(2023.2.28.)과 「첨단산업 글로벌 클러스터 "
            "육성방안」(2023.6.1.)을 발표하였다."
        ),
    ),
    (
        "circle",
        (
            "○ 2027년까지 민관이 함께 3조 2,450억 원을 투자하고, 바이오헬스 수출을 매년 12.5%씩 늘려 "
            "세계 6위 수준으로 끌어올릴 계획이다."
        ),
    ),
    (
        "circle",
        (
            "○ 지난 4월 28일 케임브리지에서 열린 한·미 클러스터 라운드테이블에서는 양국 클러스터의 협력 "
            "확대 방안을 논의하였다."
        ),
    ),
    (
        "square",
        (
            "□ 첫 방문지인 로스앤젤레스에서는 7월 5일(수) 오전 10시 대학 연구소 2곳을 찾아 창업 지원 "
            "사례를 듣고, 현지에서 일하는 한인 연구자 15명과 간담회를 갖는다."
        ),
    ),
    (
        "circle",
        (
            "○ 이어 샌디에이고에서는 바이오 기업 3개사와 만나 약 1,200만 달러 규모의 투자 협력을 "
            "논의하고, 샌프란시스코에서는 대학병원 1곳과 공동 임상 연구를 협의한다."
        ),
    ),
    (
        "dash",
        (
            "- 공동 연구 과제를 3건 이상 찾아내어 2024년 상반기부터 지원할 계획이며, 지원액은 과제당 연 "
            "5억 원 이내이다."
        ),
    ),
    ("dot", "· 연구 기간은 최대 3년이고, 총사업비의 25%는 참여 기업이 부담한다."),
    ("caption", "< 주요 방문 일정 >"),
    (
        "table",
        (
            ("구분", "일시", "방문 기관", "주요 내용"),
            ("로스앤젤레스", "7.5.(수) 10:00", "대학 연구소 2곳", "창업 지원 사례 청취"),
            ("샌디에이고", "7.6.(목) 14:30", "바이오 기업 3개사", "투자 협력 논의"),
            ("샌프란시스코", "7.7.(금) 09:00", "대학병원 1곳", "공동 임상 연구 협의"),
        ),
    ),
    (
        "square",
        (
            "□ 보건복지부는 이번 방문 결과를 바탕으로 올해 하반기에 「한국형 바이오 혁신 클러스터 조성 "
            "방안(가칭)」을 마련할 예정이다."
        ),
    ),
    (
        "circle",
        (
            "○ 이 방안에는 입주 공간과 장비의 공동 활용, 전문 인력 1만 1천 명 양성, 창업 초기 기업에 "
            "대한 투자 연계 등을 담는다."
        ),
    ),
    ("circle", "○ 8월 말 서울에서 공청회를 열고 관계 부처 협의를 거쳐 10월 중에 확정한다."),
    ("remark", "※ 공청회 일정과 장소는 보건복지부 누리집에서 안내할 예정"),
    (
        "square",
        (
            "□ 조규홍 장관은 “지난 4월 정상회담은 한·미 관계가 군사동맹을 넘어 기술·산업동맹으로 나아가는 "
            "새 길을 열었다.”라며, “그 후속 조치로 양국의 협력을 더욱 굳건히 하고 우리나라에 바이오 혁신 "
            "클러스터를 조성하겠다.”라고 밝혔다."
        ),
    ),
    (
        "contact",
        (
            (
                ("담당 부서", 2),
                ("보건복지부 보건산업정책과", 2),
                "책임자",
                "과장 김하늘",
                "044-202-2901",
            ),
            ("담당자", "사무관 이바다", "044-202-2902"),
            (
                ("협조 부서", 2),
                ("보건복지부 보건산업진흥과", 2),
                "책임자",
                "과장 박가람",
                "044-202-2961",
            ),
            ("담당자", "주무관 최누리", "044-202-2962"),
        ),
    ),
    ("annex", "<붙임> 방문 개요"),
    ("number", "1. 기간: 2023. 7. 4.(화)~7. 9.(일), 4박 6일"),
    ("number", "2. 장소: 미국 로스앤젤레스, 샌디에이고, 샌프란시스코"),
    ("number", "3. 참석: 보건복지부 장관 등 18명"),
    ("letter", "가. 정부: 보건복지부 6명, 한국보건산업진흥원 3명"),
    ("letter", "나. 민간: 국내 기업 5개사 9명"),
)
