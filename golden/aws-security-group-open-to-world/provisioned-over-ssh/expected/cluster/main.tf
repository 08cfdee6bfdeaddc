resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_security_group" "controllers" {
  name        = "controllers"
  description = "Controllers of the cluster"
  vpc_id      = aws_vpc.main.id

  ingress {
    description = "SSH"
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }

  ingress {
    description = "WinRM"
    from_port   = 5986
    to_port     = 5986
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }

  # Nothing logs in to a database server.
  ingress {
    description = "PostgreSQL"
    from_port   = 5432
    to_port     = 5432
    protocol    = "tcp"
    cidr_blocks = [aws_vpc.main.cidr_block]
  }
}

resource "aws_instance" "controller" {
  ami                    = "ami-0abcdef1234567890"
  instance_type          = "t3.small"
  vpc_security_group_ids = [aws_security_group.controllers.id]
}

resource "aws_instance" "windows" {
  ami                    = "ami-0fedcba9876543210"
  instance_type          = "t3.large"
  vpc_security_group_ids = [aws_security_group.controllers.id]

  provisioner "file" {
    source      = "agent.ps1"
    destination = "C:/agent.ps1"

    connection {
      type = "winrm"
      host = self.public_ip
    }
  }
}

output "controller_public_ip" {
  value = aws_instance.controller.public_ip
}
