zones  = [1, true, "c", null]
size   = "12"
server = { name = 5, more = "is dropped" }
secret = true
anything = [1, "a", { b = [] }]
