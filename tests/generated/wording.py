"""Sentences that the documents are made of; written for this project."""

import random

AGENCIES = (
    "보건복지부",
    "환경관리청",
    "해양안전원",
    "지역문화진흥원",
    "농촌생활연구소",
    "교통정보원",
)
TOPICS = (
    "어린이 보호구역 정비",
    "도서관 야간 개방",
    "산림 복지 바우처",
    "노후 상수도 교체",
    "청년 창업 공간 확대",
    "응급의료 상담 전화",
    "농어촌 버스 노선 개편",
    "폐배터리 재활용 실증",
    "감염병 조기 경보",
    "공공 데이터 개방",
)
SENTENCES = (
    "{agency}는 {topic} 사업을 {month}월 {day}일부터 전국 {count}개 시군구에서 시작한다고 밝혔다.",
    "이번 사업에는 모두 {money}억 원이 들어가며, 지난해보다 {percent}% 늘어난 규모이다.",
    "신청을 원하는 주민은 가까운 행정복지센터를 찾거나 누리집에서 온라인으로 접수할 수 있다.",
    "담당 공무원이 직접 현장을 방문하여 시설의 안전 상태를 확인하고, 미흡한 곳은 즉시 고친다.",
    "그동안 서류를 여러 기관에 따로 내야 했던 불편이 사라지고 한 번의 신청으로 모두 처리된다.",
    "전문가들은 지역의 특성을 살린 맞춤형 지원이 무엇보다 중요하다고 입을 모았다.",
    "올해 상반기에 실시한 만족도 조사에서는 응답자의 {percent}%가 도움이 되었다고 답하였다.",
    "시범 운영 기간에 접수된 의견 {count}건을 검토하여 운영 지침을 새로 마련하였다.",
    "장애인과 고령자가 쉽게 이용할 수 있도록 큰 글씨 안내문과 음성 안내도 함께 제공한다.",
    "참여 기관은 분기마다 추진 실적을 공개하고, 우수 사례는 다른 지역으로 넓혀 나간다.",
    "{topic}에 관한 자세한 내용은 {agency} 누리집에서 확인할 수 있다.",
    "관계 부처와 지방자치단체가 함께 꾸린 협의체는 매달 한 차례 회의를 열어 과제를 점검한다.",
    "기후 변화로 집중호우가 잦아지면서 낡은 시설을 미리 손보는 일이 더욱 중요해졌다.",
    "현장에서는 인력과 장비가 부족하다는 목소리가 나왔고, 이에 따라 예산을 추가로 편성하였다.",
    "교육을 마친 주민 {count}명은 마을 해설사로 활동하며 방문객을 맞이하게 된다.",
    "지원 대상은 신청일 현재 주민등록이 되어 있는 만 {age}세 이상의 주민이다.",
    "연구진은 {count}곳에서 모은 자료를 바탕으로 예측 모형을 만들고 정확도를 검증하였다.",
    "앞으로 {agency}는 민간 기업과 힘을 모아 일자리 {money}개를 만들어 낼 계획이다.",
    "특히 섬과 산간 지역에는 이동 상담 차량을 보내어 서비스의 빈틈을 줄이기로 하였다.",
    "이를 위하여 법령을 정비하고, 필요한 전산 시스템도 {month}월까지 갖추기로 하였다.",
)
SHORT = (
    "신청 절차를 간소화하고 처리 기간을 {day}일로 단축",
    "취약 계층 {count}가구에 우선 지원",
    "안전 점검 주기를 연 {age}회로 확대",
    "지역 대학과 연계한 인력 양성 과정 운영",
    "누리집과 전화 상담 창구를 하나로 통합",
    "분기별 추진 실적 공개 및 우수 사례 확산",
    "예산 {money}억 원을 추가로 확보하여 집행",
)
TITLES = (
    "{topic}, 올해 전국으로 넓힌다",
    "{agency}, {topic} 본격 추진",
    "{topic} 사업 {month}월부터 시작",
)
HEADINGS = ("추진 배경", "주요 내용", "기대 효과", "향후 계획", "지원 대상", "현장 의견")
NOTES = ("세부 일정은 지역 사정에 따라 달라질 수 있음", "지난해 같은 기간의 실적과 비교한 값임")
FOOTNOTES = (
    "주민이 직접 내는 몫은 제외하였다.",
    "통계청 인구 추계를 바탕으로 계산하였으며, 해마다 새로 고친다.",
    "자세한 산출 방법은 연구 보고서의 부록에 실려 있다.",
)
HEADS = ("사업비", "참여 인원", "국비", "지방비", "남성", "여성", "합계", "증감률", "구분", "지역")
CONTENTS = (
    "추진 배경과 경과",
    "주요 내용",
    "지역별 추진 계획",
    "재원 조달 방안",
    "기대 효과",
    "붙임 자료",
)
FIXED = (
    "담당 부서 협조 부서 지원총괄과 안전관리팀 보도시점 배포 이후 년 월 일 화 수 목 쪽 단위 억 원 목차",
    "보도자료 붙임 즉시 보도 가능 보이지 않는 글자",
)
COLUMNS = ("구분", "사업비", "대상 지역", "참여 인원", "증감률")
PLACES = ("강원", "경북", "전남", "제주", "충북", "인천", "울산", "세종", "부산", "대구")
LETTERED = ("The agency said that the new service will open in {count} towns next month.",)


def filled(pattern: str, chance: random.Random) -> str:
    """A sentence with its blanks filled."""
    return pattern.format(
        agency=chance.choice(AGENCIES),
        topic=chance.choice(TOPICS),
        month=chance.randint(1, 12),
        day=chance.randint(1, 28),
        count=chance.randint(3, 240),
        money=f"{chance.randint(12, 4_800):,}",
        percent=round(chance.uniform(1, 92), 1),
        age=chance.randint(2, 65),
    )


def prose(chance: random.Random, fewest: int, most: int) -> str:
    """A paragraph of some sentences."""
    picked = chance.sample(SENTENCES, chance.randint(fewest, most))
    return " ".join(filled(pattern, chance) for pattern in picked)


def everything() -> str:
    """All that can be printed, for whoever makes a typeface of it."""
    parts = (AGENCIES, TOPICS, SENTENCES, SHORT, TITLES, HEADINGS, NOTES, COLUMNS, PLACES, LETTERED)
    return "".join(text for part in (*parts, FOOTNOTES, HEADS, CONTENTS, FIXED) for text in part)
