# The script that calls Terraform gives a list.
variable "allowed" {
  default = "../allowed.txt"
}

resource "aws_security_group_rule" "ssh" {
  description       = "SSH from where we are"
  type              = "ingress"
  from_port         = 22
  to_port           = 22
  protocol          = "tcp"
  cidr_blocks       = var.allowed
  security_group_id = "sg-0123456789abcdef0"
}
