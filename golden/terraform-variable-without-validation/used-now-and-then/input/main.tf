variable "peer_cidr" {
  type    = string
  default = "10.0.0.0/16"
}

variable "office_cidr" {
  type    = string
  default = "192.0.2.0/24"
}

variable "peers" {
  type    = set(string)
  default = []
}

resource "aws_route" "peer" {
  for_each = var.peers

  route_table_id            = "rtb-0123456789abcdef0"
  destination_cidr_block    = var.peer_cidr
  vpc_peering_connection_id = each.value
}

resource "aws_security_group" "web" {
  name = "web"

  dynamic "ingress" {
    for_each = var.peers
    content {
      from_port   = 443
      to_port     = 443
      protocol    = "tcp"
      cidr_blocks = [var.office_cidr]
    }
  }
}
