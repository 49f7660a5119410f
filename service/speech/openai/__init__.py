"""Any server that speaks `POST /v1/audio/speech`."""
