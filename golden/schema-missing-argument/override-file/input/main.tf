resource "aws_instance" "web" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.micro"
}

resource "aws_lb_target_group_attachment" "web" {
  target_group_arn = "arn:aws:elasticloadbalancing:us-east-2:111122223333:targetgroup/web/73e2d6bc24d8a067"
  target_id        = aws_instance.web.id
}
