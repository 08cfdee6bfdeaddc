const { S3Client } = require("@aws-sdk/client-s3"); // not "aws-sdk"
