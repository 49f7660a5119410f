"""CLOVA Voice of NAVER Cloud, the government cloud included."""
