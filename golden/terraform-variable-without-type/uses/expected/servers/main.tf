variable "sizes" {
  type = map(object({ cpu = number }))
}

resource "null_resource" "server" {
  for_each = var.sizes
}
