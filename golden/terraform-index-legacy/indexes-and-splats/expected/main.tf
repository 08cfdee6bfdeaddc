resource "aws_subnet" "private" {
  count      = 2
  vpc_id     = aws_vpc.main.id
  cidr_block = cidrsubnet(aws_vpc.main.cidr_block, 8, count.index)
}

output "first_subnet" {
  value = "${aws_subnet.private[0].id} in ${aws_subnet.private[0].availability_zone}"
}

output "subnet_ids" {
  value = aws_subnet.private[*].id
}

output "first_names" {
  value = aws_subnet.private[*].tags[0]
}

output "zone" {
  value = element(split("-", data.aws_region.current.name), 0)[0]
}
