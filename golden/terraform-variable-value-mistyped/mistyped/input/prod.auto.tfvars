server = { name = "a", size = true }
zones  = [["a"]]
