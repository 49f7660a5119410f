"""What every test may use: fakes that ship with the service, no network, no clock."""
