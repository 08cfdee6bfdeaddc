# The label of a provisioner is its type.
resource "aws_instance" "web" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.micro"

  root_block_device {
    volume_size = 20
  }

  provisioner "local-exec" {
    command = "true"
  }
}
