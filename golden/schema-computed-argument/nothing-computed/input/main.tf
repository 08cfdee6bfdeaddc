# Optional and computed: what is not set is told by AWS.
resource "aws_instance" "web" {
  ami               = "ami-0123456789abcdef0"
  instance_type     = "t3.micro"
  availability_zone = "us-east-2a"
  private_ip        = "10.0.0.10"
  tags_all          = { Team = "web" }
}

resource "aws_sns_topic" "alerts" {
  name = "alerts"

  lifecycle {
    ignore_changes = [arn]
  }
}
