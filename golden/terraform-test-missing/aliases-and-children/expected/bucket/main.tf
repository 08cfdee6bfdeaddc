data "aws_partition" "current" {}

resource "random_id" "suffix" {
  byte_length = 4
}

resource "aws_s3_bucket" "this" {
  bucket = "records-${random_id.suffix.hex}"

  tags = {
    Partition = data.aws_partition.current.partition
  }
}
