data "aws_ami" "ubuntu_ami" {
  most_recent = true
  owners      = ["099720109477"]
}

resource "aws_instance" "web" {
  ami           = data.aws_ami.ubuntu_ami.id
  instance_type = "t3.micro"
  subnet_id     = values(aws_subnet.public_subnet)[0].id
  user_data     = <<-EOT
    echo "${aws_subnet.public_subnet["a"].cidr_block}" > /etc/cidr
  EOT
}
