resource "aws_instance" "web" {
  ami           = var.ami
  instance_type = "m7g.large"
}

resource "aws_sns_topic" "prod_alerts" {
  name = "alerts"
}
