"""Work that waits: contract, queues, worker."""
