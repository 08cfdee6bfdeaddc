resource "aws_lb" "web" {
  name    = "the-load-balancer-of-the-web-servers"
  subnets = ["subnet-0123456789abcdef0", "subnet-0fedcba9876543210"]
}

resource "aws_s3_bucket" "logs" {
  bucket = "Logs_of_the_web_servers"
}

resource "aws_db_instance" "main" {
  identifier     = "main_database"
  instance_class = "db.t3.micro"
}

# What the suffix makes of it is not known here.
resource "aws_lb" "api" {
  name    = "the-load-balancer-of-the-api-${random_id.suffix.hex}"
  subnets = ["subnet-0123456789abcdef0", "subnet-0fedcba9876543210"]
}

resource "random_id" "suffix" {
  byte_length = 4
}
