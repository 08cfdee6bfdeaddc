resource "aws_s3_bucket_versioning" "logs" {
  bucket                   = "logs"
  versioning_configuration = { status = "Enabled" }
}

resource "aws_instance" "web" {
  ami = "ami-0123456789abcdef0"

  # Encrypted, see the policy
  root_block_device = {
    volume_size = 20, // in GiB
    # gp3 costs less.
    volume_type = "gp3"
    encrypted   = true # always
  } # the system

  instance_type = "t3.micro"
}
