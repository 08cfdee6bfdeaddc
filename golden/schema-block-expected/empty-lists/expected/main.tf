terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 6.0"
    }

    google = {
      source  = "hashicorp/google"
      version = "~> 6.0"
    }
  }
}

resource "google_compute_subnetwork" "main" {
  name               = "main"
  network            = "main"
  ip_cidr_range      = "10.0.0.0/24"
  secondary_ip_range = [] # the clusters bring their own
}

resource "google_compute_instance" "main" {
  name              = "main"
  machine_type      = "e2-micro"
  guest_accelerator = []

  boot_disk {}
  network_interface {}
}

# Never a list: nothing is lost.
resource "aws_instance" "web" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.micro"
  # No disks
  ephemeral_block_device = null
}
