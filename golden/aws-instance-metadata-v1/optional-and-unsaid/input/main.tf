resource "aws_launch_template" "optional" {
  image_id      = "ami-1"
  instance_type = "t3.micro"

  metadata_options {
    http_endpoint = "enabled"
    http_tokens   = "optional"
  }
}

resource "aws_instance" "unsaid" {
  ami           = "ami-1"
  instance_type = "t3.micro"
}
