terraform {
  required_version = ">= 1.3"

  required_providers {
    aws = "~> 5.0"
  }
}

provider "google" {
  version = "~> 4.0"
}

resource "aws_sns_topic" "alerts" {
  name = "alerts"
}

resource "google_storage_bucket" "files" {
  name = "files"
}

resource "terraform_data" "marker" {}
