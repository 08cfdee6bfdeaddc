resource "aws_lb" "prod_alb" {
  name               = "prod-alb"
  load_balancer_type = "application"
  subnets            = aws_subnet.public[*].id
}

resource "aws_db_instance" "prod_mysql" {
  identifier          = "prod-mysql"
  allocated_storage   = 20
  engine              = "mysql"
  instance_class      = "db.t3.micro"
  username            = "admin"
  password            = var.db_password
  skip_final_snapshot = true
}

resource "aws_s3_bucket" "prod_s3_bucket" {
  bucket_prefix = "prod-ha-"
}

resource "aws_vpc" "prod_vpc" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "public" {
  count      = 2
  vpc_id     = aws_vpc.prod_vpc.id
  cidr_block = "10.0.${count.index}.0/24"
}

resource "aws_sns_topic" "prod_alerts" {
  name = "prod-alerts"
}
