resource "aws_s3_bucket" "shown" {
  bucket = "shown"
}

output "bucket" {
  value = aws_s3_bucket.shown.id
}

resource "aws_db_instance" "test" {
  identifier     = "orders-test"
  engine         = "postgres"
  instance_class = "db.t4g.micro"
}
