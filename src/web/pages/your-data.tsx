export default function Stub() { return <div className="wrap"><h1>your-data</h1></div> }
