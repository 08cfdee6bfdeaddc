locals {
  name = "Name"
  tags = {
    Name  = "web"
    Owner = "platform"
    Name  = "app"
  }
  quoted = {
    "a" = 1
    a   = 2
  }
  computed = {
    (local.name) = 1
    Name         = 2
  }
  nested = { tags = { a = 1, b = 2, a = 3 } }
}
