resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_security_group" "database" {
  name        = "database"
  description = "PostgreSQL for the applications"
  vpc_id      = aws_vpc.main.id

  ingress {
    description = "PostgreSQL"
    from_port   = 5432
    to_port     = 5432
    protocol    = "tcp"
    cidr_blocks = [aws_vpc.main.cidr_block] # everybody, for now
  }

  ingress {
    description = "SSH"
    from_port   = "22"
    to_port     = "22"
    protocol    = "TCP"
    cidr_blocks = [
      "192.0.2.0/24", # office
      aws_vpc.main.cidr_block,
    ]
  }

  egress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"]
  }
}
