# Attributes as blocks: Terraform takes both.
resource "aws_security_group" "web" {
  name = "web"

  ingress {
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }

  dynamic "egress" {
    for_each = [80, 443]
    content {
      from_port   = egress.value
      to_port     = egress.value
      protocol    = "tcp"
      cidr_blocks = ["0.0.0.0/0"]
    }
  }

  tags = {
    Name = "web"
  }
}

resource "aws_instance" "web" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.micro"

  root_block_device {
    tags = {
      Name = "web"
    }
  }
}

# Helm 2 has blocks.
resource "helm_release" "ingress" {
  name  = "ingress"
  chart = "ingress-nginx"

  set {
    name  = "replicas"
    value = "2"
  }
}
