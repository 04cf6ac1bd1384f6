"""What Open311 asks and is answered, decided purely: reading its words, writing its shapes."""
