resource "aws_iam_role" "shop" {
  for_each = { orders = "orders; carts" }

  name_prefix        = "${each.key}-"
  assume_role_policy = var.trust

  tags = {
    Purpose = each.value
  }
}

variable "trust" {
  type = string
}
