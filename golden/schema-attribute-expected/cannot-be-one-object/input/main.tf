resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"

  tags {
    Name = "main"
  }

  tags {
    Team = "web"
  }
}

resource "aws_subnet" "a" {
  vpc_id = aws_vpc.main.id

  dynamic "tags" {
    for_each = { Name = "a" }
    content {
      key = tags.key
    }
  }
}
