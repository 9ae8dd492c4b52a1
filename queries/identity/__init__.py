"""People and awards of many articles → which of them are one, why, and one node for each."""
