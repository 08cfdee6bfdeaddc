name = "web"
tags = {
  team       = "web"
  "a.b"      = [1, 2]
  (1 + 1)    = true
  upper_case = { for k in ["a"] : k => "x${k}" }
}
