"""What holds a process that reads what a stranger wrote: limits, no network, no writing."""
