provider "aws" {
  alias  = "replica"
  region = "us-west-2"
}

resource "aws_instance" "web" {
  count         = 2
  provider      = aws.replica
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.micro"

  root_block_device {
    volume_size = 20
  }

  connection {
    host = self.public_ip
  }

  provisioner "local-exec" {
    command = "echo ${self.id}"
  }

  timeouts {
    create = "10m"
  }

  lifecycle {
    create_before_destroy = true
    ignore_changes        = [tags["Owner"], ami]
  }

  depends_on = [aws_security_group.web]
}

# Rules may be blocks or a list of objects.
resource "aws_security_group" "web" {
  name = "web"

  egress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

# Types and providers that nobody knows here are left alone.
resource "aws_quantum_computer" "main" {
  qubits = 12
}

resource "datadog_monitor" "cpu" {
  name   = "cpu"
  colour = "red"
}
