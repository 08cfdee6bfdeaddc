resource "aws_instance" "web" {
  ami              = "ami-1"
  instance_type    = "t3.micro"
  user_data        = "#!/bin/sh"
  user_data_base64 = "IyEvYmluL3No"
}

resource "aws_route" "out" {
  route_table_id         = "rtb-1"
  destination_cidr_block = "0.0.0.0/0"
  gateway_id             = "igw-1"
  nat_gateway_id         = "nat-1"
}
