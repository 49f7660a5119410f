"""When words are heard, for engines that do not say it themselves."""
