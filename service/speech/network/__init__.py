"""What all engines share that ask a server: the exchange, patience, breakers, budgets."""
