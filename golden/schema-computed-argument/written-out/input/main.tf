resource "aws_sns_topic" "alerts" {
  name = "alerts"
  # The old topic
  arn = "arn:aws:sns:us-east-1:111122223333:alerts" # keep
}

resource "aws_instance" "web" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.micro"
  public_dns    = "web.example.com"

  root_block_device {
    volume_size = 20
    volume_id   = "vol-0123456789abcdef0"
  }
}
