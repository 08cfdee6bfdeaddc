module "each" {
  source   = "git::https://git.example.com/platform/modules.git//bucket?ref=v1.9.0"
  for_each = toset(["a", "b"])

  name = "acme-${each.key}"
}

module "adopted" {
  source = "git::https://git.example.com/platform/modules.git//bucket?ref=v1.9.0"
  name   = "acme-adopted"
}

import {
  to = module.adopted.aws_s3_bucket.bucket
  id = "acme-adopted"
}
