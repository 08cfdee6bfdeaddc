resource "aws_instance" "required" {
  ami           = "ami-1"
  instance_type = "t3.micro"

  metadata_options {
    http_tokens = "required"
  }
}

resource "aws_launch_template" "off" {
  image_id = "ami-1"

  metadata_options {
    http_endpoint = "disabled"
  }
}
