resource "aws_db_instance" "main" {
  identifier     = "main"
  instance_class = "db.t3.micro"
  name           = "app"
  colour         = "red"
}
