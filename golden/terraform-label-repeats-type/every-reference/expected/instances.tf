data "aws_ami" "ubuntu" {
  most_recent = true
  owners      = ["099720109477"]
}

resource "aws_instance" "web" {
  ami           = data.aws_ami.ubuntu.id
  instance_type = "t3.micro"
  subnet_id     = values(aws_subnet.public)[0].id
  user_data     = <<-EOT
    echo "${aws_subnet.public["a"].cidr_block}" > /etc/cidr
  EOT
}
