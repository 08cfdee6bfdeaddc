mock_resource "aws_vpc" {
  values = {}
}
