# EC2 takes any characters.
resource "aws_instance" "shop" {
  ami           = "ami-0abcdef1234567890"
  instance_type = "t3.small"

  tags = {
    Name    = "shop, the first (of two)"
    Purpose = "<all>"
  }
}

resource "aws_iam_role" "shop" {
  name_prefix        = "shop-"
  assume_role_policy = var.trust

  tags = {
    "kubernetes.io/cluster/shop" = "owned"
    Löwe                         = "Straße 1 + 2 = 3: a/b_c.d@e"
    awsteam                      = ""
  }
}

variable "trust" {
  type = string
}
