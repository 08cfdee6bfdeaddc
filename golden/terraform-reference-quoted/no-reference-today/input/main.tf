resource "aws_security_group" "web" {
  name = "web"

  lifecycle {
    ignore_changes = ["ingress.2541437006.cidr_blocks", "tags.%"]
  }
}
