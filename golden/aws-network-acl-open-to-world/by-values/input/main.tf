variable "port" {
  type    = number
  default = 3389
}

resource "aws_network_acl_rule" "rdp" {
  network_acl_id = "acl-1"
  rule_number    = 100
  egress         = false
  protocol       = "6"
  rule_action    = "ALLOW"
  cidr_block     = "0.0.0.0/0"
  from_port      = var.port
  to_port        = var.port
}
