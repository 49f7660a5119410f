"""What is made for keeping outside of the service."""
