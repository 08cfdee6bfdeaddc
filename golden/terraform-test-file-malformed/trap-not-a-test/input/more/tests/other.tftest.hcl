nonsense = 1
