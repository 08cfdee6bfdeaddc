data "aws_availability_zones" "available" {
  state = "available"
}

data "aws_availability_zones" "others" {
  exclude_names = ["us-east-1e"]

  lifecycle {
    postcondition {
      condition     = length(self.names) >= 1
      error_message = "data.aws_availability_zones.others found no names."
    }
  }
}

data "google_compute_zones" "all" {
  region = "europe-west1"
}

resource "aws_ebs_volume" "a" {
  availability_zone = data.aws_availability_zones.available.names[0]
  size              = 8
}

resource "aws_ebs_volume" "b" {
  availability_zone = data.aws_availability_zones.others.names[0]
  size              = 8
}

resource "google_compute_disk" "a" {
  name = "a"
  zone = data.google_compute_zones.all.names[0]
}
