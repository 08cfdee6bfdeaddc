resource "aws_sns_topic" "a" {
  name = "a"

  lifecycle {
    ignore_changes = [tag, tags["owner"], name]
  }
}

resource "aws_instance" "b" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.micro"

  timeouts {
    create = "10m"
  }

  lifecycle {
    ignore_changes = [ami, root_block_device[0].volume_size, timeouts]
  }
}

resource "terraform_data" "c" {
  lifecycle {
    ignore_changes = all
  }
}
