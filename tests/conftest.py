"""What every test may use: fakes that ship with the service, no network, no clock."""


def pytest_addoption(parser):
    parser.addoption(
        "--accept",
        action="store_true",
        help="rewrite the expected files of tests/corpus, to be reviewed in the diff",
    )
